package kz.adalkezek.server.staff;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import java.net.URI;
import java.util.Optional;
import kz.adalkezek.server.staff.Identity.Device;
import kz.adalkezek.server.staff.Identity.Kind;
import kz.adalkezek.server.staff.Identity.Person;
import kz.adalkezek.server.staff.Identity.Role;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;
import kz.adalkezek.server.web.ProblemException;

/// Lets in whoever shows a token that fits: 401 without one that is valid, 403 with one of another
/// role or device.
public final class Door {

    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final Devices devices;
    private final SessionCookie cookie;

    /// @param publicUrl where people reach the branch
    public Door(Sessions sessions, Devices devices, URI publicUrl) {
        this.sessions = sessions;
        this.devices = devices;
        this.cookie = new SessionCookie(publicUrl);
    }

    public Person person(Context ctx) {
        if (identity(ctx) instanceof Person person) {
            return person;
        }
        throw forbidden();
    }

    public Person manager(Context ctx) {
        var person = person(ctx);
        if (person.role() != Role.MANAGER) {
            throw forbidden();
        }
        return person;
    }

    public Device board(Context ctx) {
        if (identity(ctx) instanceof Device device && device.kind() == Kind.BOARD) {
            return device;
        }
        throw forbidden();
    }

    public Device kiosk(Context ctx) {
        if (identity(ctx) instanceof Device device && device.kind() == Kind.KIOSK) {
            return device;
        }
        throw forbidden();
    }

    /// Whoever takes tickets: a kiosk, or a person at a desk.
    public Identity kioskOrPerson(Context ctx) {
        var identity = identity(ctx);
        if (identity instanceof Device(_, Kind kind) && kind != Kind.KIOSK) {
            throw forbidden();
        }
        return identity;
    }

    SessionCookie cookie() {
        return cookie;
    }

    /// The token that was shown, valid or not.
    Optional<Token> token(Context ctx) {
        var header = ctx.header(Header.AUTHORIZATION);
        if (header != null) {
            return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? Optional.of(header.substring(BEARER.length()).strip())
                            .filter(Token::isToken)
                            .map(Token::new)
                    : Optional.empty();
        }
        var sent = cookie.read(ctx);
        if (sent.isPresent() && changes(ctx) && !cookie.isFromOurPages(ctx)) {
            throw Problem.of(ProblemCode.OTHER_SITE).asException();
        }
        return sent;
    }

    private Identity identity(Context ctx) {
        var token = token(ctx).orElseThrow(Door::notSignedIn);
        return sessions.find(token)
                .<Identity>map(person -> person)
                .or(() -> devices.find(token))
                .orElseThrow(Door::notSignedIn);
    }

    private static boolean changes(Context ctx) {
        return !ctx.method().equals(HandlerType.GET) && !ctx.method().equals(HandlerType.HEAD);
    }

    private static ProblemException notSignedIn() {
        return unauthorized(ProblemCode.NOT_SIGNED_IN);
    }

    static ProblemException unauthorized(ProblemCode code) {
        return Problem.of(code)
                .withHeader(Header.WWW_AUTHENTICATE, "Bearer realm=\"kezek\"")
                .asException();
    }

    private static ProblemException forbidden() {
        return Problem.of(ProblemCode.FORBIDDEN).asException();
    }
}
