import { gzipSync } from "node:zlib";
import type { SearchRecord } from "../record.ts";
import type { ResultPage } from "../result-page.ts";

const SIGNATURE = "pagefind_dcd";

/** The result file of a page in Pagefind’s form, with the text for readers. */
export function packResult(record: SearchRecord): Uint8Array {
  const page: ResultPage = {
    url: record.url,
    content: record.text,
    word_count: 0,
    filters: {},
    anchors: [],
    meta: {
      title: record.title,
      ...(record.kicker === null ? {} : { kicker: record.kicker }),
      ...(record.lead === null ? {} : { lead: record.lead }),
      ...(record.section === null ? {} : { section: record.section }),
      ...(record.place === null ? {} : { place: record.place }),
      ...(record.date === null ? {} : { date: record.date }),
      kind: record.kind,
      ...(record.image === null
        ? {}
        : {
            image: record.image.src,
            image_width: String(record.image.width),
            image_height: String(record.image.height),
          }),
      ...(record.documentCodes.length + record.attachments.length + record.keywords.length === 0
        ? {}
        : { more: [...record.documentCodes, ...record.attachments, ...record.keywords].join("\n") }),
    },
  };
  const packed = gzipSync(SIGNATURE + JSON.stringify(page), { level: 5 });
  return Uint8Array.from(packed); // What zlib gives is a view of 16 kB, which a thousand waiting files would keep.
}
