package kz.adalkezek.server.board;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.server.branch.Ask;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Rounds;
import kz.adalkezek.server.edge.Edge;
import kz.adalkezek.server.staff.Door;
import kz.adalkezek.server.web.Json;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;

/// A board says which call it has shown and spoken.
public final class BoardRoutes {

    private final Branch branch;
    private final Rounds rounds;
    private final Door door;

    public BoardRoutes(Branch branch, Rounds rounds, Door door) {
        this.branch = branch;
        this.rounds = rounds;
        this.door = door;
    }

    public void register(RoutesConfig routes) {
        routes.put("/api/v1/boards/{board}/{request}", this::shown);
    }

    private void shown(Context ctx) {
        var board = door.board(ctx);
        if (!board.id().equals(ctx.pathParam("board"))) {
            throw Problem.of(ProblemCode.OTHER_BOARD).asException();
        }
        rounds.heard(new DeviceId(board.id()));
        var request = Edge.request(ctx, "request");
        var body = JsonBody.of(ctx).only("shown", "spoken");
        long call = body.number("shown");
        boolean spoken = body.truth("spoken");
        var asker = Edge.asker(board);
        var outcome =
                branch.submit(
                        Ask.of(
                                asker,
                                Edge.fingerprint("boards", asker, body),
                                by -> new Command.ShowCall(request, by, call, spoken)));
        Edge.decided(outcome);
        Json.answer(ctx, 200, Map.of("shown", call, "spoken", spoken));
    }
}
