package kz.adalkezek.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import kz.adalkezek.audit.Finding.LawBroken;
import kz.adalkezek.audit.Finding.LogBroken;
import kz.adalkezek.audit.Finding.Overridden;
import kz.adalkezek.audit.Findings.Kept;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.queue.Entry;

/// What a program reads: one JSON document, described in `docs/verify.md`. Members are added and
/// never change their meaning; when one has to, `schema` rises.
final class JsonReport implements AutoCloseable {

    private static final int SCHEMA = 1;

    private final JsonGenerator json;

    JsonReport(OutputStream out) throws IOException {
        this.json =
                new JsonFactory()
                        .createGenerator(out)
                        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                        .setPrettyPrinter(
                                new DefaultPrettyPrinter()
                                        .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                                        .withArrayIndenter(new DefaultIndenter("  ", "\n")));
    }

    /// The whole document of a log that could be read.
    void write(Outcome outcome) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        log(outcome.key(), outcome.checkpoint(), outcome.since());
        if (outcome.checkpoint().isPresent()) {
            if (outcome.believed().isPresent()) {
                believed(outcome.believed().get().opened());
            }
            var account = outcome.account();
            JsonDays.tally(json, "tally", account.tally());
            var days = new JsonDays(json, account);
            days.rules();
            days.days();
            overtakes(account.overtakings());
        }
        findings(outcome.findings());
        end(outcome.exitCode());
    }

    /// Of a log that could not be read.
    void cannotRead(String why) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        json.writeStringField("why", why);
        end(Verify.CANNOT_READ);
    }

    private void end(int exitCode) throws IOException {
        json.writeStringField("verdict", Verify.verdict(exitCode));
        json.writeNumberField("exitCode", exitCode);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void log(Notes.Key key, Optional<Checkpoint> checkpoint, Optional<Checkpoint> since)
            throws IOException {
        json.writeObjectFieldStart("log");
        if (checkpoint.isPresent()) {
            json.writeStringField("origin", checkpoint.get().origin());
            json.writeNumberField("size", checkpoint.get().size());
            json.writeStringField("root", checkpoint.get().root().base64());
        }
        json.writeStringField("key", key.key().toString());
        json.writeBooleanField("keyPinned", key.pinned());
        if (since.isPresent()) {
            json.writeNumberField("comparedWithSize", since.get().size());
        }
        json.writeEndObject();
    }

    private void believed(Entry opened) throws IOException {
        json.writeObjectFieldStart("believed");
        json.writeNumberField("index", opened.index());
        json.writeEndObject();
    }

    private void overtakes(Overtakings overtakings) throws IOException {
        json.writeObjectFieldStart("overtakes");
        json.writeNumberField("count", overtakings.count());
        json.writeNumberField("listed", overtakings.first().size());
        json.writeArrayFieldStart("list");
        for (var overtaking : overtakings.first()) {
            overtake(overtaking);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void overtake(Overtaking overtaking) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", overtaking.index());
        json.writeStringField("at", Report.iso(overtaking.at()));
        json.writeStringField("day", overtaking.day().toString());
        json.writeNumberField("counter", overtaking.desk().counter());
        if (overtaking.called().isPresent()) {
            json.writeNumberField("visit", overtaking.called().get().visit().index());
            json.writeStringField("number", overtaking.called().get().number().toString());
        }
        json.writeStringField("why", word(overtaking.why()));
        if (overtaking.slot().isPresent()) {
            json.writeStringField("slot", Report.iso(overtaking.slot().get()));
        }
        if (!overtaking.reason().isNone()) {
            json.writeStringField("reason", overtaking.reason().value());
        }
        if (overtaking.withdrawn()) {
            json.writeBooleanField("withdrawn", true);
        }
        json.writeArrayFieldStart("overtaken");
        for (var one : overtaking.overtaken()) {
            json.writeStartObject();
            json.writeNumberField("visit", one.visit().index());
            json.writeStringField("number", one.number().toString());
            json.writeNumberField("byLawSoFar", one.overtakenByLaw());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void findings(Findings findings) throws IOException {
        begin("overrides", findings.overrides());
        for (var one : findings.overrides().first()) {
            override(one);
        }
        finish();
        begin("logFaults", findings.log());
        for (LogBroken one : findings.log().first()) {
            json.writeStartObject();
            json.writeStringField("where", one.where());
            json.writeStringField("why", one.why());
            json.writeEndObject();
        }
        finish();
        begin("breaches", findings.law());
        for (LawBroken one : findings.law().first()) {
            json.writeStartObject();
            json.writeNumberField("index", one.index());
            json.writeStringField("type", one.type());
            json.writeStringField("why", one.why());
            json.writeEndObject();
        }
        finish();
    }

    private void override(Overridden one) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", one.index());
        json.writeStringField("at", Report.iso(one.at()));
        json.writeNumberField("counter", one.desk().counter());
        json.writeStringField("operator", one.by());
        json.writeStringField("reason", one.reason().value());
        json.writeEndObject();
    }

    private void begin(String name, Kept<?> findings) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("count", findings.count());
        json.writeNumberField("listed", findings.first().size());
        json.writeArrayFieldStart("list");
    }

    private void finish() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
    }

    /// The word for a constant: `BY_LAW` is `by-law`.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
