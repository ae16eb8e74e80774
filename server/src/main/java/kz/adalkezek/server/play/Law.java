package kz.adalkezek.server.play;

import java.time.Instant;
import kz.adalkezek.queue.Command;
import kz.adalkezek.queue.Decision;
import kz.adalkezek.queue.Line;
import kz.adalkezek.queue.Wishes;

/// Who decides in a played branch: the law, or in a test a branch that breaks it.
@FunctionalInterface
interface Law {
    Decision decide(Line line, Command command, Wishes wishes, Instant now);
}
