package kz.adalkezek.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import kz.adalkezek.audit.DayAccount.CatalogueInForce;
import kz.adalkezek.audit.DayAccount.PolicyInForce;
import kz.adalkezek.clocks.DayClocks;
import kz.adalkezek.clocks.Waits;
import kz.adalkezek.queue.Event;
import kz.adalkezek.queue.Sorted;
import kz.adalkezek.queue.Totals;

/// The days of a log, and the rules that were in force on them, as JSON.
final class JsonDays {

    private final JsonGenerator json;
    private final Account account;

    JsonDays(JsonGenerator json, Account account) {
        this.json = json;
        this.account = account;
    }

    static void tally(JsonGenerator json, String name, Tally tally) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("entries", tally.entries());
        json.writeNumberField("tickets", tally.tickets());
        json.writeObjectFieldStart("calls");
        for (var rule : Event.Rule.values()) {
            json.writeNumberField(JsonReport.word(rule), tally.calls(rule));
        }
        json.writeNumberField("withdrawn", tally.withdrawn());
        json.writeEndObject();
        json.writeNumberField("directServices", tally.directs());
        json.writeNumberField("overtaken", tally.overtaken());
        json.writeNumberField("refusals", tally.refusals());
        json.writeEndObject();
    }

    /// Each policy and catalogue that was in force on any day, once.
    void rules() throws IOException {
        var policies = new TreeMap<Long, PolicyInForce>();
        var catalogues = new TreeMap<Long, CatalogueInForce>();
        for (var day : account.days()) {
            day.rules().policies().forEach(one -> policies.put(one.index(), one));
            day.rules().catalogues().forEach(one -> catalogues.put(one.index(), one));
        }
        json.writeArrayFieldStart("policies");
        for (var one : policies.values()) {
            published(one.version(), one.index(), one.from());
            json.writeNumberField("maxOvertakes", one.maxOvertakes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("catalogues");
        for (var one : catalogues.values()) {
            published(one.version(), one.index(), one.from());
            json.writeStringField("hash", one.hash());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void published(String version, long index, Instant from) throws IOException {
        json.writeStartObject();
        json.writeStringField("version", version);
        json.writeNumberField("index", index);
        json.writeStringField("from", Report.iso(from));
        var by = account.author(index);
        if (by.isPresent()) {
            json.writeStringField("by", by.get());
        }
    }

    void days() throws IOException {
        json.writeArrayFieldStart("days");
        for (var day : account.days()) {
            json.writeStartObject();
            json.writeStringField("day", day.date().toString());
            json.writeNumberField("opened", day.opened());
            json.writeArrayFieldStart("policies");
            for (var policy : day.rules().policies()) {
                json.writeString(policy.version());
            }
            json.writeEndArray();
            tally(json, "tally", day.tally());
            if (day.closing().isPresent()) {
                closing(day.closing().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void closing(DayAccount.Closing closing) throws IOException {
        json.writeNumberField("closed", closing.index());
        json.writeNumberField("mostOvertaken", closing.mostOvertaken());
        totals(closing.totals());
        clocks(closing.clocks());
    }

    private void totals(Totals totals) throws IOException {
        json.writeObjectFieldStart("totals");
        counts("issuedByGroup", totals.issuedByGroup());
        counts("servedByGroup", totals.servedByGroup());
        counts("issuedByTaker", totals.issuedBy());
        counts("calledByDesk", totals.calledAt());
        counts("servedByDesk", totals.servedAt());
        json.writeEndObject();
    }

    private <K extends Comparable<K>> void counts(String name, Sorted<K, Integer> counts)
            throws IOException {
        json.writeObjectFieldStart(name);
        for (var pair : counts) {
            json.writeNumberField(pair.key().toString(), pair.value());
        }
        json.writeEndObject();
    }

    private void clocks(DayClocks clocks) throws IOException {
        json.writeObjectFieldStart("clocks");
        json.writeNumberField("visits", clocks.visits());
        for (var spent : clocks.spentMs().entrySet()) {
            json.writeNumberField(JsonReport.word(spent.getKey()) + "Ms", spent.getValue());
        }
        json.writeObjectFieldStart("wrapUpMsByDesk");
        for (var spent : clocks.wrapUpMs().entrySet()) {
            json.writeNumberField(spent.getKey().toString(), spent.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("waits");
        waits("all", clocks.waits());
        json.writeObjectFieldStart("byGroup");
        for (Map.Entry<kz.adalkezek.queue.GroupCode, Waits> group : clocks.byGroup().entrySet()) {
            waits(group.getKey().value(), group.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void waits(String name, Waits waits) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("served", waits.people());
        json.writeNumberField("meanMs", waits.mean());
        json.writeNumberField("p50Ms", waits.p50());
        json.writeNumberField("p90Ms", waits.p90());
        json.writeNumberField("worstMs", waits.worst());
        json.writeEndObject();
    }
}
