/** Who has a conversation open, at one desk or two, here or elsewhere, and what is left of a process that fell silent. */
import { AgentId, ConversationId } from "@sophie/engine";
import { expect, it } from "vitest";
import { OnlookerBoard } from "./onlookers.ts";

const ANA = { id: AgentId.parse("ana"), name: "Ana" };
const BEN = { id: AgentId.parse("ben"), name: "Ben" };
const TALK = ConversationId.parse("talk");

const names = (board: OnlookerBoard) => board.of(TALK).map(({ name }) => name);

it("counts somebody with two desks once, until both have closed it", () => {
  const board = new OnlookerBoard();
  expect([board.came(TALK, ANA), board.came(TALK, ANA)]).toEqual([true, false]);
  expect(names(board)).toEqual(["Ana"]);
  expect([board.left(TALK, ANA.id), board.left(TALK, ANA.id), board.left(TALK, ANA.id)]).toEqual([
    false,
    true,
    false,
  ]);
  expect(names(board)).toEqual([]);
  expect(board.conversations().size).toBe(0);
});

it("believes another process until it says otherwise, or says nothing for half a minute", () => {
  const board = new OnlookerBoard();
  board.came(TALK, ANA);
  board.heard("there", TALK, [ANA, BEN], 0);
  expect(names(board).toSorted()).toEqual(["Ana", "Ben"]);
  expect(board.forget(30_000)).toEqual([]);
  expect(board.forget(30_001)).toEqual([TALK]);
  expect(names(board)).toEqual(["Ana"]);
  board.heard("there", TALK, [BEN], 40_000);
  board.heard("there", TALK, [], 41_000);
  expect(names(board)).toEqual(["Ana"]);
});
