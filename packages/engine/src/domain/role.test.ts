/** Who may do what, as a table that can be read. */
import { expect, it } from "vitest";
import { may, PERMISSIONS, ROLES } from "./role.ts";

const TABLE = `
                    agent  supervisor  admin  analyst
conversations.view  yes    yes         yes    no
handoffs.work       yes    yes         yes    no
handoffs.manage     no     yes         yes    no
team.manage         no     no          yes    no
bot.edit            no     no          yes    no
reports.view        no     yes         yes    yes
`;

it("Q17 every role with every permission is as the table says", () => {
  const [roles, ...rows] = TABLE.trim()
    .split("\n")
    .map((line) => line.trim().split(/ +/));
  expect(roles).toEqual([...ROLES]);
  expect(rows.map(([permission]) => permission)).toEqual([...PERMISSIONS]);
  const actual = PERMISSIONS.map((permission) => [
    permission,
    ...ROLES.map((role) => (may(role, permission) ? "yes" : "no")),
  ]);
  expect(rows).toEqual(actual);
});
