package kz.adalkezek.server.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import kz.adalkezek.server.outside.Access;
import kz.adalkezek.server.outside.ChildServer;

/// Every desk of a demo, opened by its operator, each with a connection that it keeps.
final class Desks implements AutoCloseable {

    private static final double NANOS_A_SECOND = 1e9;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Desk> desks = new ArrayList<>();

    Desks(ChildServer server) throws IOException {
        this(server, Integer.MAX_VALUE);
    }

    /// @param most desks that are opened
    Desks(ChildServer server, int most) throws IOException {
        var client = server.client();
        for (var operator : client.access().operators()) {
            if (desks.size() < most) {
                var wire = new Wire(server.url(), client.session(operator));
                var desk = new Desk(operator, wire);
                desk.does("{\"action\":\"open\"}");
                desks.add(desk);
            }
        }
    }

    int count() {
        return desks.size();
    }

    Desk first() {
        return desks.getFirst();
    }

    /// One counter with its operator.
    record Desk(Access.Operator operator, Wire wire) {

        JsonNode does(String action) throws IOException {
            var path = "/api/v1/desks/" + operator.counter() + "/" + UUID.randomUUID();
            return parsed(wire.put(path, action).done());
        }

        /// Finishes the visit at hand and calls the next.
        JsonNode callsNext() throws IOException {
            return does("{\"action\":\"call-next\"}");
        }

        void starts() throws IOException {
            does("{\"action\":\"start\"}");
        }

        void finishes() throws IOException {
            does("{\"action\":\"finish\",\"outcome\":\"accepted\"}");
        }

        private static JsonNode parsed(String body) {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// All desks call and start until so many calls are made, or nobody waits; then they finish.
    ///
    /// @return the times of the calls alone
    Figures call(int count) {
        var left = new AtomicInteger(count);
        long start = System.nanoTime();
        var times = new ArrayList<Future<Longs>>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var desk : desks) {
                times.add(people.submit(() -> shift(desk, left)));
            }
        }
        double seconds = (System.nanoTime() - start) / NANOS_A_SECOND;
        var nanos = times.stream().flatMapToLong(t -> LongStream.of(measured(t).toArray()));
        return Figures.of(nanos.toArray(), seconds);
    }

    private static Longs shift(Desk desk, AtomicInteger left) throws IOException {
        var nanos = new Longs();
        boolean serving = false;
        while (left.getAndDecrement() > 0) {
            long start = System.nanoTime();
            var called = desk.callsNext();
            serving = called.path("state").asText().equals("called");
            if (!serving) {
                break;
            }
            nanos.add(System.nanoTime() - start);
            desk.starts();
        }
        if (serving) {
            desk.finishes();
        }
        return nanos;
    }

    private static Longs measured(Future<Longs> times) {
        try {
            return times.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a desk could not work", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (var desk : desks) {
            desk.wire().close();
        }
    }
}
