import { after, describe } from "node:test";
import { accessibilityGates } from "./quality/accessibility.ts";
import { linkGates } from "./quality/links.ts";
import { machineGates } from "./quality/machines.ts";
import { markupGates } from "./quality/markup.ts";
import { offlineGates } from "./quality/offline.ts";
import { AT_ONCE, openPortal } from "./quality/portal.ts";
import { printGates } from "./quality/print.ts";
import { speedGates } from "./quality/speed.ts";
import { weightGates } from "./quality/weight.ts";

/*
 * The gates that the repository's own content passes before it goes on line, each kind of page by its longest page.
 * One build, one server and one browser serve them all.
 */
const portal = await openPortal();
after(() => portal.close());

describe("links", () => linkGates(portal));
describe("markup", () => markupGates(portal));
describe("what machines read", () => machineGates(portal));
describe("weight", AT_ONCE, () => weightGates(portal));
describe("speed", () => speedGates(portal));
describe("offline", () => offlineGates(portal));
describe("print", () => printGates(portal));
describe("accessibility", () => accessibilityGates(portal));
