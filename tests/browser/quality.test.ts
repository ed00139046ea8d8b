import { after, describe } from "node:test";
import { accessibilityGates } from "./quality/accessibility.ts";
import { markupGates } from "./quality/markup.ts";
import { openPortal } from "./quality/portal.ts";
import { speedGates } from "./quality/speed.ts";
import { weightGates } from "./quality/weight.ts";

/*
 * The gates that the repository's own content passes before it goes on line, each kind of page by its longest page.
 * One build, one server and one browser serve them all.
 */
const portal = await openPortal();
after(() => portal.close());

describe("markup", () => markupGates(portal));
describe("weight", () => weightGates(portal));
describe("speed", () => speedGates(portal));
describe("accessibility", () => accessibilityGates(portal));
