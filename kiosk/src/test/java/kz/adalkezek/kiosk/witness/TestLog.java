package kz.adalkezek.kiosk.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.adalkezek.log.Checkpoint;
import kz.adalkezek.log.Hash;
import kz.adalkezek.log.KeyType;
import kz.adalkezek.log.NoteSignature;
import kz.adalkezek.log.Receipt;
import kz.adalkezek.log.SignedNote;
import kz.adalkezek.log.VerifierKey;

/// A small log of up to 256 entries that somebody serves, and may tell two stories of.
final class TestLog implements AutoCloseable {

    private static final String ORIGIN = "branch.example/log";

    private final HttpServer server;
    private final List<String> entries = new ArrayList<>();
    private KeyPair pair = pair();
    private boolean silent;

    TestLog() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The log is these entries from now on, whatever it was before.
    synchronized void is(String... now) {
        entries.clear();
        entries.addAll(List.of(now));
    }

    /// Signs with another key from now on.
    synchronized void changesKey() {
        pair = pair();
    }

    /// Gives no tiles from now on, as when the network fails between two answers.
    synchronized void gives(boolean tiles) {
        silent = !tiles;
    }

    synchronized SignedNote note() {
        var text = new Checkpoint(ORIGIN, entries.size(), root(leaves())).text();
        return new SignedNote(
                text,
                List.of(new NoteSignature(ORIGIN, key().keyId(), sign(text.getBytes(UTF_8)))));
    }

    /// As on a ticket.
    synchronized String receipt(int index) {
        var checkpoint = new Checkpoint(ORIGIN, entries.size(), root(leaves()));
        var line = note().signatures().getFirst();
        return url()
                + "/t#"
                + Receipt.of(checkpoint, line, index, new byte[Receipt.NONCE_BYTES]).digits();
    }

    synchronized VerifierKey key() {
        byte[] spki = pair.getPublic().getEncoded();
        return VerifierKey.of(
                ORIGIN, KeyType.NOTE, Arrays.copyOfRange(spki, spki.length - 32, spki.length));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring("/log/".length());
        if (path.equals("vkey")) {
            send(exchange, 200, "text/plain", (key().format() + "\n").getBytes(UTF_8));
        } else if (path.equals("checkpoint")) {
            send(exchange, 200, "text/plain", note().format());
        } else if (silent) {
            send(exchange, 503, "application/problem+json", new byte[0]);
        } else if (path.matches("tile/0/000\\.p/[0-9]+")) {
            int width = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
            tile(exchange, width);
        } else {
            notFound(exchange);
        }
    }

    private void tile(HttpExchange exchange, int width) throws IOException {
        if (width > entries.size()) {
            notFound(exchange);
            return;
        }
        var bytes = new ByteArrayOutputStream();
        for (var leaf : leaves().subList(0, width)) {
            bytes.write(leaf.bytes());
        }
        send(exchange, 200, "application/octet-stream", bytes.toByteArray());
    }

    private static void notFound(HttpExchange exchange) throws IOException {
        var problem = "{\"code\":\"tile-unknown\",\"detail\":\"There is no such tile.\"}";
        send(exchange, 404, "application/problem+json", problem.getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes)
            throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private List<Hash> leaves() {
        return entries.stream().map(entry -> Hash.leaf(entry.getBytes(UTF_8))).toList();
    }

    /// RFC 6962 section 2.1.
    private static Hash root(List<Hash> leaves) {
        if (leaves.size() <= 1) {
            return leaves.isEmpty() ? Hash.EMPTY_TREE : leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Hash.node(
                root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    private byte[] sign(byte[] text) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(text);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
