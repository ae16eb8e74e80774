// How a page asks and listens. Requests carry an id made before the first send, so that the same
// request sent again has one effect.

/// A UUID; also where the page has no secure context, which plain http on a branch's network is.
export function newRequest() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/// Asks once. Gives `{status, body}`; `status` is 0 when nobody answered, and `body` is then empty.
/// A problem has its sentence in `body.detail`.
export async function ask(method, address, { body, token, language, timeout = 10_000 } = {}) {
  const headers = { Accept: "application/json, application/problem+json" };
  if (language) headers["Accept-Language"] = language;
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  try {
    const answer = await fetch(address, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(timeout),
      cache: "no-store",
    });
    const isJson = (answer.headers.get("Content-Type") ?? "").includes("json");
    return { status: answer.status, body: isJson ? await answer.json() : {} };
  } catch (e) {
    // No answer, or half of one: the caller shows it and asks again under the same id.
    console.warn(`${method} ${address}: ${e}`);
    return { status: 0, body: {} };
  }
}

/// Whether the same request may be sent again: nobody answered, or not now.
export const isPassing = (status) => status === 0 || status === 429 || status === 503;

/// Asks until there is an answer that stays, at most for `patience` ms.
export async function askSurely(method, address, { patience = 30_000, ...options } = {}) {
  const until = performance.now() + patience;
  for (let pause = 400; ; pause = Math.min(pause * 2, 5_000)) {
    const answer = await ask(method, address, options);
    if (!isPassing(answer.status) || performance.now() + pause > until) return answer;
    await sleep(pause);
  }
}

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/// Listens to server-sent events for ever: resumes behind the last id, comes back by itself, and
/// tells when it has heard nothing for `staleAfter` ms (the server says something each 10 s).
///
/// `on` has `event({id, type, data})` (type and data as sent), `open()` once each connection
/// stands, `stale(since)` and `gone(status)`; all may be left out. Gives a function that ends it.
export function listen(address, on, { token, from, staleAfter = 15_000 } = {}) {
  const end = new AbortController();
  let last = from;
  let heard = performance.now();
  let isStale = false;

  const hear = () => {
    heard = performance.now();
    if (isStale) {
      isStale = false;
      on.fresh?.();
    }
  };
  const watch = setInterval(() => {
    if (!isStale && performance.now() - heard > staleAfter) {
      isStale = true;
      on.stale?.(Date.now() - (performance.now() - heard));
    }
  }, 500);

  const once = async () => {
    const connection = new AbortController();
    const stop = () => connection.abort();
    end.signal.addEventListener("abort", stop);
    // A connection that is silent for twice the time is dead, whatever the network says.
    const silent = setInterval(() => performance.now() - heard > 2 * staleAfter && stop(), 1_000);
    try {
      const headers = { Accept: "text/event-stream" };
      if (token) headers.Authorization = `Bearer ${token}`;
      if (last !== undefined) headers["Last-Event-ID"] = String(last);
      const answer = await fetch(address, { headers, cache: "no-store", signal: connection.signal });
      if (!answer.ok) {
        // A place that this log does not have: begin anew.
        if (answer.status === 400) last = undefined;
        on.gone?.(answer.status);
        return;
      }
      hear();
      on.open?.();
      await read(answer.body.pipeThrough(new TextDecoderStream()).getReader(), hear, (event) => {
        if (event.id !== undefined) last = event.id;
        on.event?.(event);
      });
    } catch (e) {
      if (!end.signal.aborted) console.warn(`${address}: ${e}`);
    } finally {
      clearInterval(silent);
      end.signal.removeEventListener("abort", stop);
    }
  };

  (async () => {
    for (let pause = 300; !end.signal.aborted; pause = Math.min(pause * 2, 5_000)) {
      const began = performance.now();
      await once();
      if (performance.now() - began > 10_000) pause = 300;
      if (!end.signal.aborted) await sleep(pause * (0.7 + 0.6 * Math.random()));
    }
  })();

  return () => {
    clearInterval(watch);
    end.abort();
  };
}

async function read(reader, hear, tell) {
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    hear();
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop();
    blocks.map(event).filter(Boolean).forEach(tell);
  }
}

function event(block) {
  const fields = {};
  for (const line of block.split("\n")) {
    const at = line.indexOf(": ");
    if (at > 0) fields[line.slice(0, at)] = line.slice(at + 2);
  }
  if (fields.data === undefined) return null;
  return { id: fields.id, type: fields.event ?? "message", data: fields.data };
}
