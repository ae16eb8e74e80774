package kz.adalkezek.server.journal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;

/// A file of [FileDisk].
final class ChannelFile implements Disk.OpenFile {

    private final Path path;
    private final FileChannel channel;
    private final LongAdder forces;

    ChannelFile(Path path, FileChannel channel, LongAdder forces) {
        this.path = path;
        this.channel = channel;
        this.forces = forces;
    }

    @Override
    public long size() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw FileDisk.failed("measure", path, e);
        }
    }

    @Override
    public void write(long position, byte[] bytes) {
        var rest = ByteBuffer.wrap(bytes);
        try {
            while (rest.hasRemaining()) {
                channel.write(rest, position + rest.position());
            }
        } catch (IOException e) {
            throw FileDisk.failed("write", path, e);
        }
    }

    @Override
    public byte[] read(long position, int length) {
        var rest = ByteBuffer.allocate(length);
        try {
            while (rest.hasRemaining()) {
                if (channel.read(rest, position + rest.position()) < 0) {
                    throw new EOFException("no byte at " + (position + rest.position()));
                }
            }
        } catch (IOException e) {
            throw FileDisk.failed("read", path, e);
        }
        return rest.array();
    }

    @Override
    public void truncate(long size) {
        try {
            channel.truncate(size);
        } catch (IOException e) {
            throw FileDisk.failed("truncate", path, e);
        }
    }

    @Override
    public void force() {
        try {
            channel.force(false);
            forces.increment();
        } catch (IOException e) {
            throw FileDisk.failed("force", path, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw FileDisk.failed("close", path, e);
        }
    }
}
