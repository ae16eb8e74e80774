// What the branch publishes about its services, as a desk needs it.

/// A group with its services by its code, or nothing once it is no longer offered.
export const groupOf = (room, code) => room.offer?.groups.find((group) => group.code === code);

/// The services of the visit at the desk: those of the leg that is being served, and the others.
export function servicesOf(room) {
  const { services = [], added = [], group } = room.desk;
  const all = (room.offer?.groups ?? []).flatMap((g) => g.services.map((s) => ({ ...s, group: g.code })));
  const wanted = [...services, ...added].map((code) => all.find((s) => s.code === code) ?? { code, documents: [] });
  const here = wanted.filter((s) => s.group === group);
  return here.length ? { here, later: wanted.filter((s) => s.group !== group) } : { here: wanted, later: [] };
}

/// Each document once: those to ask for, and those that must not be asked.
export function documentsOf(room) {
  const papers = new Map();
  servicesOf(room).here.forEach((s) => s.documents.forEach((d) => papers.set(d.code, d)));
  const all = [...papers.values()];
  return {
    asked: all.filter((d) => d.when !== "never_ask"),
    never: all.filter((d) => d.when === "never_ask"),
  };
}

/// The norm of serving this leg, in seconds; 0 where there is none.
export const norm = (room) => servicesOf(room).here.reduce((sum, s) => sum + (s.minutes ?? 0), 0) * 60;

/// The longest promised wait of a group, in minutes; 0 where none is promised.
export const maxWait = (group) => Math.max(0, ...(group?.services ?? []).map((s) => s.maxWait ?? 0));

/// Who waits for this desk, in the law's order: by fair time, ties by the earlier ticket.
export function lineOf(room) {
  const { primary = [], secondary = [] } = room.desk ?? {};
  return room.line
    .filter(({ group }) => primary.includes(group) || secondary.includes(group))
    .map((one) => ({ ...one, isHelp: !primary.includes(one.group) }))
    .sort((a, b) => Date.parse(a.fair) - Date.parse(b.fair) || a.visit - b.visit);
}
