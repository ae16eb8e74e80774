package kz.adalkezek.server.records;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// A pool of connections to one database: a file of H2, or PostgreSQL. Any thread may use it;
/// whoever takes a connection closes it.
public final class Database implements AutoCloseable {

    private static final int CONNECTIONS_MAX = 4;
    private static final int CONNECTION_TIMEOUT_MS = 5_000;
    private static final String H2 = "jdbc:h2:";
    private static final String H2_SUFFIX = ".mv.db";

    /// DB_CLOSE_ON_EXIT: `Main` closes in its own order, after the last writer.
    private static final String H2_OPTIONS = ";DB_CLOSE_ON_EXIT=FALSE";

    /// Work in one transaction.
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final HikariDataSource pool;
    private final boolean isH2;

    private Database(HikariDataSource pool, boolean isH2) {
        this.pool = pool;
        this.isH2 = isH2;
    }

    /// Opens an H2 database, or makes one.
    ///
    /// @param file without the ending that H2 gives it
    /// @throws SQLException if the file is damaged or another process has it
    public static Database file(Path file) throws SQLException {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new SQLException("could not make the folder of " + file, e);
        }
        return open(H2 + "file:" + file.toAbsolutePath() + H2_OPTIONS);
    }

    /// Opens the database at a JDBC URL.
    public static Database at(String url) throws SQLException {
        return open(url);
    }

    /// Removes what [#file] made.
    public static void delete(Path file) throws IOException {
        Files.deleteIfExists(Path.of(file + H2_SUFFIX));
        Files.deleteIfExists(Path.of(file + ".trace.db"));
    }

    /// Runs the work and commits it, or leaves everything as it was. A commit of H2 alone survives
    /// the end of the process, not a power failure.
    public <T> T inTransaction(Work<T> work) throws SQLException {
        return run(work, false);
    }

    /// The same, and on disk when this returns: a commit of H2 is not durable until a `CHECKPOINT
    /// SYNC` (h2database issue 2599).
    public <T> T durably(Work<T> work) throws SQLException {
        return run(work, true);
    }

    @Override
    public void close() {
        pool.close();
    }

    private <T> T run(Work<T> work, boolean durable) throws SQLException {
        try (var connection = pool.getConnection()) {
            try {
                T result = work.on(connection);
                connection.commit();
                if (durable && isH2) {
                    sync(connection);
                }
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static void sync(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    private static Database open(String url) throws SQLException {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(CONNECTIONS_MAX);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MS);
        try {
            return new Database(new HikariDataSource(config), url.startsWith(H2));
        } catch (PoolInitializationException e) {
            throw e.getCause() instanceof SQLException cause
                    ? cause
                    : new SQLException("could not open " + url, e);
        }
    }
}
