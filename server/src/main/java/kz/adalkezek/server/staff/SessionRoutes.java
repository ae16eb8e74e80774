package kz.adalkezek.server.staff;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.sql.SQLException;
import java.util.Map;
import kz.adalkezek.server.staff.Accounts.Verdict;
import kz.adalkezek.server.web.Json;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;

/// Signing in and out.
public final class SessionRoutes {

    private static final String PATH = "/api/v1/sessions";
    private static final int OK = 200;

    private final Accounts accounts;
    private final Sessions sessions;
    private final Door door;

    public SessionRoutes(Accounts accounts, Sessions sessions, Door door) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.door = door;
    }

    public void register(RoutesConfig routes) {
        routes.post(PATH, this::open);
        routes.delete(PATH, this::close);
    }

    private void open(Context ctx) throws SQLException, InterruptedException {
        var body = JsonBody.of(ctx).only("operator", "secret");
        switch (accounts.verify(body.text("operator"), body.text("secret"), ctx.ip())) {
            case Verdict.Right(var person) -> {
                var token = sessions.open(person);
                door.cookie().set(ctx, token);
                ctx.header(Header.CACHE_CONTROL, "no-store");
                Json.answer(ctx, OK, Map.of("token", token.value()));
            }
            case Verdict.Wrong _ -> throw Door.unauthorized(ProblemCode.WRONG_SECRET);
            case Verdict.Later(var wait) -> throw Throttle.later(wait);
            case Verdict.Busy _ -> throw Problem.of(ProblemCode.BUSY).asException();
        }
    }

    private void close(Context ctx) throws SQLException {
        door.person(ctx);
        var token = door.token(ctx);
        if (token.isPresent()) {
            sessions.close(token.get());
        }
        door.cookie().clear(ctx);
        Json.answer(ctx, HttpStatus.OK.getCode(), Map.of());
    }
}
