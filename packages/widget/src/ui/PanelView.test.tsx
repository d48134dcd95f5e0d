/** The panel as a visitor meets it: who speaks, how far a message came, what a handoff means, and what to do offline. */
import { CLOSE, LIMITS } from "@sophie/engine";
import { fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import { openPanel } from "../testing/open-panel.ts";

afterEach(() => document.body.replaceChildren());

const log = () => within(screen.getByRole("log"));
const composer = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Bericht" });
const spoken = () => document.querySelector("[aria-live=polite]")?.textContent;
const sendButton = () => screen.getByRole<HTMLButtonElement>("button", { name: "Verzenden" });

describe("the first sight", () => {
  it("greets, offers a person, and sends nothing (T0)", async () => {
    const { server, saved } = await openPanel();
    expect(screen.getByRole("dialog", { name: "Chat met Van Leeuwen" })).toBeTruthy();
    expect(screen.getByRole("heading", { name: "Sophie" })).toBeTruthy();
    expect(screen.getByText("Digitale assistent van Van Leeuwen")).toBeTruthy();
    expect(log().getByText(/^Hallo, ik ben Sophie van Van Leeuwen/)).toBeTruthy();
    expect(log().getByRole("button", { name: "Spreek een medewerker" })).toBeTruthy();
    expect({ heard: server.heard, saved: saved.load() }).toEqual({ heard: [], saved: null });
  });

  it("puts the focus where one writes", async () => {
    await openPanel();
    expect(document.activeElement).toBe(composer());
  });

  it.each([
    ["nl", "Schrijf een bericht"],
    ["en", "Write a message"],
    ["de", "Nachricht schreiben"],
    ["fr", "Écrivez un message"],
    ["pt", "Escreva uma mensagem"],
    ["es", "Escriba un mensaje"],
  ] as const)("speaks the page's language: %s", async (language, placeholder) => {
    await openPanel({ language });
    expect(screen.getByPlaceholderText(placeholder)).toBeTruthy();
  });
});

describe("writing", () => {
  it("Enter sends, and the field is empty again", async () => {
    const { server, rest } = await openPanel();
    fireEvent.input(composer(), { target: { value: "Is er een tuin?" } });
    fireEvent.keyDown(composer(), { key: "Enter" });
    await rest();
    expect(server.saidIn()[0]).toBe("visitor: Is er een tuin?");
    expect(composer().value).toBe("");
  });

  it.each([
    ["Shift+Enter begins a line", { key: "Enter", shiftKey: true }],
    ["Enter that chooses a word of an input method", { key: "Enter", isComposing: true }],
    ["the same in Safari, where it comes after the composition", { key: "Enter", keyCode: 229 }],
  ])("%s: nothing is sent", async (_what, key) => {
    const { server, rest } = await openPanel();
    fireEvent.input(composer(), { target: { value: "Is er" } });
    fireEvent.keyDown(composer(), key);
    await rest();
    expect(server.heard).toEqual([]);
    expect(composer().value).toBe("Is er");
  });

  it("spaces alone cannot be sent", async () => {
    await openPanel();
    expect(sendButton().disabled).toBe(true);
    fireEvent.input(composer(), { target: { value: "  \n " } });
    expect(sendButton().disabled).toBe(true);
    fireEvent.input(composer(), { target: { value: " x " } });
    expect(sendButton().disabled).toBe(false);
  });

  it("counts down near the limit, and holds back what is too long", async () => {
    await openPanel();
    const write = (chars: number) => fireEvent.input(composer(), { target: { value: "x".repeat(chars) } });
    write(LIMITS.textChars - 400);
    expect(screen.queryByText(/tekens/)).toBeNull();
    write(LIMITS.textChars - 12);
    expect(screen.getByText("nog 12 tekens")).toBeTruthy();
    expect(sendButton().disabled).toBe(false);
    write(LIMITS.textChars + 2);
    expect(screen.getByText("2 tekens te lang")).toBeTruthy();
    expect(sendButton().disabled).toBe(true);
    expect(composer().getAttribute("aria-invalid")).toBe("true");
  });

  it("keeps what is being written while the panel is closed", async () => {
    const { model, rest } = await openPanel();
    fireEvent.input(composer(), { target: { value: "Half af" } });
    model.close();
    await rest();
    model.open();
    await rest();
    expect(composer().value).toBe("Half af");
  });

  it("tells the other side that somebody types, but not before the first message (T0)", async () => {
    const { server, say, rest, pass } = await openPanel();
    fireEvent.input(composer(), { target: { value: "H" } });
    await rest();
    expect(server.heard).toEqual([]);
    await say("Hallo");
    await pass(5_000);
    fireEvent.input(composer(), { target: { value: "E" } });
    await rest();
    expect(server.heard.at(-1)).toMatchObject({ type: "set-typing", typing: true });
  });
});

describe("Q4 how far a message has come", () => {
  it("goes from verzenden over verzonden and afgeleverd to gelezen", async () => {
    const { server, pair, say, rest, pass } = await openPanel();
    await say("Hallo");
    expect(log().getByText(/verzonden$/)).toBeTruthy();
    server.only.receipts.agent = { delivered: 1, read: 0 };
    pair.isRefusing = true;
    pair.drop();
    await say("Bent u daar?");
    expect(log().getByText(/verzonden$/)).toBeTruthy();
    expect(log().getByText(/verzenden$/)).toBeTruthy();
    pair.isRefusing = false;
    await pass(10_000);
    expect(log().getByText(/afgeleverd$/)).toBeTruthy();
    expect(log().getByText(/verzonden$/)).toBeTruthy();
    server.agentReads();
    await rest();
    expect(log().getByText(/gelezen$/)).toBeTruthy();
    expect(log().queryByText(/afgeleverd$|verzonden$/)).toBeNull();
  });

  it("says it once for a row of messages in the same state", async () => {
    const { server, say, rest } = await openPanel();
    await say("Ik zoek een makelaar");
    await say("Voor zaterdag");
    expect(log().getAllByText(/verzonden$/)).toHaveLength(1);
    server.agentReads();
    await rest();
    expect(log().getAllByText(/gelezen$/)).toHaveLength(1);
    await say("Of zondag");
    expect(
      log()
        .getAllByText(/(gelezen|verzonden)$/)
        .map((line) => line.textContent?.slice(-9)),
    ).toEqual(["· gelezen", "verzonden"]);
  });

  it("a message that was refused stays, says so, and can be sent again", async () => {
    const { server, say, rest } = await openPanel();
    server.refuses = ({ type }) => (type === "send-message" ? "text_empty" : null);
    await say("Hallo");
    expect(log().getByText(/mislukt/)).toBeTruthy();
    server.refuses = () => null;
    fireEvent.click(log().getByRole("button", { name: "Opnieuw" }));
    await rest();
    expect(log().queryByText(/mislukt/)).toBeNull();
    expect(log().getByText(/verzonden$/)).toBeTruthy();
    expect(server.saidIn().filter((line) => line === "visitor: Hallo")).toHaveLength(1);
  });
});

describe("the handoff", () => {
  it("H2 says what happens now and that one may go on writing, and stops offering a person", async () => {
    const { say } = await openPanel();
    await say("Ik wil de makelaar spreken");
    expect(log().getByRole("heading", { name: "Een medewerker komt erbij" })).toBeTruthy();
    expect(log().getByText(/U kunt gewoon doorschrijven/)).toBeTruthy();
    expect(log().getByText(/Sluit u deze pagina, dan staat het antwoord hier/)).toBeTruthy();
    expect(log().queryByRole("button", { name: "Spreek een medewerker" })).toBeNull();
    expect(screen.getByText("Een medewerker is gevraagd")).toBeTruthy();
  });

  it("promises nothing that the browser cannot keep", async () => {
    const { say } = await openPanel({ isLasting: false });
    await say("Ik wil de makelaar spreken");
    expect(log().getByText("Houd deze pagina open om het antwoord te ontvangen.")).toBeTruthy();
  });

  it("a press on the button is seen at once, also without a line", async () => {
    const { server, pair, pass, rest } = await openPanel();
    pair.isRefusing = true;
    fireEvent.click(log().getByRole("button", { name: "Spreek een medewerker" }));
    await rest();
    expect(log().getByText("Er wordt een medewerker gevraagd…")).toBeTruthy();
    expect(log().queryByRole("button", { name: "Spreek een medewerker" })).toBeNull();
    pair.isRefusing = false;
    await pass(30_000);
    expect(server.handoffs).toHaveLength(1);
    expect(log().getByRole("heading", { name: "Een medewerker komt erbij" })).toBeTruthy();
  });

  it("T15 names who takes over, in the log and in the header", async () => {
    const { server, say, rest } = await openPanel();
    await say("Hallo");
    server.passControl("human", { kind: "agent", id: "ana" as never, name: "Ana de Vries" });
    await rest();
    expect(log().getByText("Ana neemt het gesprek over")).toBeTruthy();
    expect(screen.getByRole("heading", { name: "Ana" })).toBeTruthy();
    expect(screen.getByText("Medewerker van Van Leeuwen")).toBeTruthy();
  });

  it.each([
    ["reopen", "Schrijft u opnieuw, dan gaat het verder met een medewerker."],
    ["new_conversation", "Schrijft u opnieuw, dan begint een nieuw gesprek."],
  ] as const)("F23 at the end it says what writing again does: %s", async (afterClose, sentence) => {
    const { server, say, rest } = await openPanel({ site: { afterClose } });
    await say("Ik wil de makelaar spreken");
    server.agentSays("Tot ziens.");
    server.passControl("closed");
    await rest();
    expect(log().getByRole("heading", { name: "Dit gesprek is beëindigd" })).toBeTruthy();
    expect(log().getByText(sentence)).toBeTruthy();
    expect(log().queryByRole("heading", { name: "Een medewerker komt erbij" })).toBeNull();
  });

  it("shows that the agent types, until the message is there", async () => {
    const { server, say, rest } = await openPanel();
    await say("Ik wil de makelaar spreken");
    server.agentTypes(true);
    await rest();
    expect(log().getByText("Ana typt")).toBeTruthy();
    server.agentSays("Goedemiddag.");
    await rest();
    expect(log().queryByText("Ana typt")).toBeNull();
  });
});

describe("a line that is lost", () => {
  it("is not worth a word when it is back at once", async () => {
    const { pair, say, pass } = await openPanel();
    await say("Hallo");
    pair.drop();
    await pass(1_000);
    await pass(10_000);
    expect(screen.queryByText(/Geen verbinding/)).toBeNull();
  });

  it("says what is safe and when the next try is, and can be tried now", async () => {
    const { server, pair, say, pass, rest } = await openPanel();
    await say("Hallo");
    pair.isRefusing = true;
    pair.drop();
    for (let second = 0; second < 20; second++) await pass(1_000);
    expect(screen.getByText(/op dit apparaat bewaard/)).toBeTruthy();
    const before = Number(/over (\d+) s/.exec(screen.getByText(/Nieuwe poging/).textContent ?? "")?.[1]);
    await pass(1_000);
    expect(screen.getByText(`Nieuwe poging over ${before - 1} s.`)).toBeTruthy();
    await say("Nog steeds hier");
    pair.isRefusing = false;
    fireEvent.click(screen.getByRole("button", { name: "Nu proberen" }));
    await rest();
    expect(screen.queryByText(/Geen verbinding/)).toBeNull();
    expect(server.saidIn()).toContain("visitor: Nog steeds hier");
  });

  it("P25 says to reload the page when coming back does not help", async () => {
    const { server, say, rest } = await openPanel();
    await say("Hallo");
    server.closeAll(CLOSE.protocolTooOld.code);
    await rest();
    expect(screen.getByText("De chat is gestopt.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Pagina herladen" })).toBeTruthy();
  });
});

describe("Q24 for ears and fingers", () => {
  it("reads out what others add, and nothing that the visitor wrote", async () => {
    const { server, say, rest } = await openPanel();
    await say("Mag mijn hond mee?");
    expect(spoken()).toBe("Sophie: Dat weet ik niet zeker. Zal ik er een medewerker bij halen?");
    server.agentSays("Goedemiddag.");
    await rest();
    expect(spoken()).toMatch(/Ana: Goedemiddag\.$/);
  });

  it("Escape closes, but not while an input method composes", async () => {
    const { model, rest } = await openPanel();
    fireEvent.keyDown(composer(), { key: "Escape", isComposing: true });
    await rest();
    expect(model.isOpen.value).toBe(true);
    fireEvent.keyDown(composer(), { key: "Escape" });
    await rest();
    expect(model.isOpen.value).toBe(false);
  });

  it("counts what came while it was closed, and reads it when it opens", async () => {
    const { server, model, say, rest, pass } = await openPanel();
    await say("Ik wil de makelaar spreken");
    model.close();
    server.agentSays("Goedemiddag.");
    server.agentSays("Bent u er nog?");
    await rest();
    expect(model.snapshot.value.unread).toBe(2);
    model.open();
    await pass(1_000);
    expect(model.snapshot.value.unread).toBe(0);
    expect(server.heard.at(-1)).toMatchObject({ type: "mark-received", receipt: { read: 5 } });
  });

  it("reads nothing while the visitor looks at another page", async () => {
    const { server, model, say, rest } = await openPanel();
    await say("Ik wil de makelaar spreken");
    model.look(false);
    server.agentSays("Goedemiddag.");
    await rest();
    expect(model.snapshot.value.unread).toBe(1);
    model.look(true);
    await rest();
    expect(model.snapshot.value.unread).toBe(0);
  });
});

describe("Q18 what is said", () => {
  it("is text: addresses of the web can be followed, nothing else can", async () => {
    const { server, say, rest } = await openPanel();
    await say("Zie https://example.com/plan?a=1&b=2. <b>vet</b> javascript:alert(1)");
    server.agentSays('<a href="https://evil.example" onclick="alert(1)">hier</a>');
    await rest();
    const links = log().getAllByRole<HTMLAnchorElement>("link");
    expect(links.map(({ href, rel }) => ({ href, rel }))).toEqual([
      { href: "https://example.com/plan?a=1&b=2", rel: "noopener noreferrer" },
      { href: "https://evil.example/", rel: "noopener noreferrer" },
    ]);
    expect(document.querySelector("b")).toBeNull();
  });
});
