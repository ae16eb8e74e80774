package kz.adalkezek.server.board;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.adalkezek.queue.Desk;
import kz.adalkezek.queue.DeskId;
import kz.adalkezek.queue.DeviceId;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Visit;
import kz.adalkezek.server.branch.Branch;
import kz.adalkezek.server.branch.Opening;
import kz.adalkezek.server.branch.Rounds;
import kz.adalkezek.server.staff.Door;
import kz.adalkezek.server.voice.Announcement;
import kz.adalkezek.server.voice.Announcement.Called;
import kz.adalkezek.server.voice.Announcement.Sentence;
import kz.adalkezek.server.voice.Clips;
import kz.adalkezek.server.web.Json;
import kz.adalkezek.server.web.JsonBody;
import kz.adalkezek.server.web.Problem;
import kz.adalkezek.server.web.ProblemCode;
import kz.adalkezek.server.web.PublicFile;

/// What a board has to say for a call, and the words to say it with. The words are planned here,
/// because a ticket's language stands in no public place.
public final class AnnouncementRoutes {

    private final Branch branch;
    private final Rounds rounds;
    private final Door door;
    private final Announcers announcers;
    private final Map<String, PublicFile> clips = new LinkedHashMap<>();

    public AnnouncementRoutes(
            Branch branch, Rounds rounds, Door door, Announcers announcers, Clips clips) {
        this.branch = branch;
        this.rounds = rounds;
        this.door = door;
        this.announcers = announcers;
        for (var name : clips.names()) {
            var clip = clips.clip(name).orElseThrow();
            this.clips.put(name, new PublicFile(clip.bytes(), clip.type(), clip.tag()));
        }
    }

    public void register(RoutesConfig routes) {
        routes.get("/api/v1/calls/{index}/announcement", this::announcement);
        routes.get("/api/v1/clips", ctx -> Json.answer(ctx, 200, Map.of("clips", clips.keySet())));
        routes.get("/api/v1/clips/{clip}", this::clip);
    }

    private void announcement(Context ctx) {
        var board = new DeviceId(door.board(ctx).id());
        rounds.heard(board);
        var line = branch.line();
        var standing =
                standing(line, index(ctx))
                        .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND).asException());
        var hall = line.hall().counters().get(standing.desk());
        boolean speaks = hall.flatMap(code -> announcers.of(line, code)).equals(Optional.of(board));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("call", standing.attempt().index());
        answer.put("number", standing.visit().number().toString());
        answer.put("counter", standing.desk().counter());
        answer.put("recall", standing.isRecall());
        answer.put("acknowledged", standing.attempt().shownBy().contains(board));
        answer.put("speaks", speaks);
        if (speaks) {
            var announcement = Announcement.of(called(standing));
            answer.put("full", form(announcement.full()));
            answer.put("brief", form(announcement.brief()));
        }
        Json.answer(ctx, 200, answer);
    }

    /// A call that nobody has answered yet, as one of its attempts.
    private record Standing(DeskId desk, Desk.Call call, Desk.Attempt attempt, Visit visit) {
        boolean isRecall() {
            return attempt.index() != call.index();
        }
    }

    private static Optional<Standing> standing(Line line, long index) {
        var id = line.hall().calls().get(index);
        var work = id.flatMap(line.hall().desks()::get).map(Desk::work);
        if (id.isEmpty() || !(work.orElse(null) instanceof Desk.Work.Calling(var call))) {
            return Optional.empty();
        }
        return call.attempts().stream()
                .filter(attempt -> attempt.index() == index)
                .findFirst()
                .flatMap(attempt ->
                        line.people()
                                .visit(call.visit())
                                .map(visit -> new Standing(id.get(), call, attempt, visit)));
    }

    private Called called(Standing standing) {
        var number = standing.visit().number();
        return new Called(
                number.letter(),
                number.ordinal(),
                standing.desk().counter(),
                standing.isRecall(),
                branch.openings().of(standing.visit().id()).map(Opening::language).orElse(""));
    }

    private static List<Map<String, Object>> form(List<Sentence> sentences) {
        var form = new ArrayList<Map<String, Object>>();
        for (var sentence : sentences) {
            var members = new LinkedHashMap<String, Object>();
            members.put("language", sentence.language());
            members.put("clips", sentence.clips());
            form.add(members);
        }
        return form;
    }

    private void clip(Context ctx) {
        var clip = clips.get(ctx.pathParam("clip"));
        if (clip == null) {
            throw Problem.of(ProblemCode.NOT_FOUND).asException();
        }
        clip.answer(ctx);
    }

    private static long index(Context ctx) {
        try {
            return Long.parseLong(ctx.pathParam("index"));
        } catch (NumberFormatException e) {
            throw JsonBody.wrong("index");
        }
    }
}
