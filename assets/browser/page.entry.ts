import { startCopyLink } from "./copy-link.ts";
import { startCounter } from "./counter.ts";
import { startOfflineReading } from "./offline-reading.ts";
import { startPopups } from "./popup.ts";
import { startPrint } from "./print.ts";
import { startSave } from "./save.ts";
import { startTextSize } from "./text-size.ts";
import { startTheme } from "./theme.ts";

startTheme();
startTextSize();
startPopups();
startCopyLink();
startPrint();
startSave();
startOfflineReading();
startCounter(document);

// Loaded by readers who come from the search page.
if (location.search.includes("tim=")) void import("./mark-matches.ts").then(({ startMarks }) => startMarks());
