import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { csvField, parseCsv } from "#counter/csv.ts";
import { dayNumber } from "#counter/calendar.ts";
import { parseCount, parseLegacy } from "#counter/legacy-import.ts";
import { parsePageList } from "#counter/page-list.ts";
import { parseSettings } from "#counter/settings.ts";
import { parseSnapshot } from "#counter/snapshot.ts";
import { readerAddress } from "#counter/node/proxies.ts";
import type { IncomingMessage } from "node:http";

describe("settings", () => {
  it("have defaults", () => {
    assert.deepEqual(parseSettings({}).settings, {
      unit: "visits",
      origins: [],
      proxies: [],
      ratePerMinute: 1200,
      shards: 1,
      pushSeconds: 10,
      commitMs: 0,
    });
  });
  it("name every mistake at once", () => {
    const { problems } = parseSettings({
      COUNTER_UNIT: "hits",
      COUNTER_ORIGINS: "https://a.vn/ b.vn",
      COUNTER_RATE: "many",
      COUNTER_SHARDS: "0",
    });
    assert.deepEqual(problems, [
      'COUNTER_UNIT "hits" is neither "visits" nor "views"',
      'COUNTER_ORIGINS "https://a.vn/" is not an origin such as "https://tuyengiao.example.vn"',
      'COUNTER_ORIGINS "b.vn" is not an origin such as "https://tuyengiao.example.vn"',
      'COUNTER_RATE "many" is not a whole number from 1 to 65535',
      'COUNTER_SHARDS "0" is not a whole number from 1 to 256',
    ]);
  });
});

describe("the list of pages", () => {
  const cases = [
    ["[", "it is not JSON"],
    ["{}", "it is not a list"],
    ['["/", "a"]', 'entry 2 is not a path that begins with "/"'],
    ['["/", 7]', 'entry 2 is not a path that begins with "/"'],
  ] as const;
  for (const [text, problem] of cases)
    it(`refuses ${text}: ${problem}`, () => assert.equal(parsePageList(text).problem, problem));
  it("may be empty", () => assert.equal(parsePageList("[]").pages?.size, 0));
});

describe("a snapshot", () => {
  const good = {
    asOf: "2026-11-21T08:30:00+07:00",
    totals: { online: 1, day: 2, week: 3, month: 4, year: 5, total: 8_799_190 },
    views: { "/a/": 275 },
    top: [{ path: "/a/", views: 3 }],
    days: [{ day: "2026-11-21", views: 3, visits: 2 }],
    formerYears: [{ year: 2021, count: 1000 }],
  };
  it("is read back as it was written", () =>
    assert.deepEqual(parseSnapshot(structuredClone(good)).snapshot, good));
  it("of an older program has no former years", () => {
    assert.deepEqual(parseSnapshot({ ...good, formerYears: undefined }).snapshot?.formerYears, []);
  });
  const broken: readonly (readonly [string, unknown, readonly string[]])[] = [
    ["not an object", [], ["the snapshot is not an object"]],
    [
      "a time without a zone",
      { ...good, asOf: "2026-11-21" },
      ['"asOf" is not a time such as 2026-11-21T08:30:00+07:00'],
    ],
    [
      "several mistakes",
      {
        ...good,
        totals: { ...good.totals, week: -1, year: "5" },
        views: { "/a/": 1.5 },
        days: [{ day: "21/11/2026", views: 1, visits: 1 }],
      },
      [
        '"totals.week" is not a whole number from 0',
        '"totals.year" is not a whole number from 0',
        '"views" of /a/ is not a whole number from 0',
        '"days[0].day" is not a day such as 2026-11-21',
      ],
    ],
  ];
  for (const [name, value, problems] of broken)
    it(`with ${name} is refused`, () => assert.deepEqual(parseSnapshot(value).problems, problems));
});

describe("CSV", () => {
  it("reads quotes, line ends within quotes, a byte order mark and Excel's semicolons", () => {
    const { columns, records } = parseCsv(
      '\uFEFFpath;"Title";views\r\n/a/;"Hội ""nghị""\nsơ kết";1\r\n\r\n/b/;;2',
    );
    assert.deepEqual(columns, ["path", "title", "views"]);
    assert.deepEqual(records, [
      { line: 2, fields: { path: "/a/", title: 'Hội "nghị"\nsơ kết', views: "1" } },
      { line: 5, fields: { path: "/b/", title: "", views: "2" } },
    ]);
  });
  it("writes nothing a spreadsheet would calculate", () => {
    assert.deepEqual(["=1+1", "@a", "a,b", 'a"b', 12].map(csvField), [
      "'=1+1",
      "'@a",
      '"a,b"',
      '"a""b"',
      "12",
    ]);
  });
});

describe("legacy numbers", () => {
  const pages = new Set(["/", "/2022/07/hoi-nghi/", "/2023/01/ke-hoach/", "/2024/01/ke-hoach/"]);

  it("are read from NukeViet's counter: total and years, no robots or browsers", () => {
    const text =
      "c_type,c_val,last_update,c_count,vi_count\nc_time,start,0,0,0\ntotal,hits,1605922942,8799190,1\nyear,2020,1,98,98\nyear,2021,0,0,0\nmonth,Nov,1,86,86\nbot,googlebot,1,55,0";
    const { legacy, problems } = parseLegacy("counter.csv", text, null);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [...legacy.periods],
      [
        ["total", 8_799_190],
        ["2020", 98],
      ],
    );
  });

  it("of NukeViet's articles find their page by the alias, with or without its number", () => {
    const { legacy, problems, unknownPages } = parseLegacy(
      "rows.csv",
      "id,alias,hitstotal\n7,hoi-nghi-7,275\n8,hoi-nghi,276\n9,khong-co,1",
      pages,
    );
    assert.deepEqual([...legacy.pages], [["/2022/07/hoi-nghi/", 276]]);
    assert.deepEqual(problems, []);
    assert.deepEqual(unknownPages, ['rows.csv:4 "alias": "khong-co" is none of the site\'s pages']);
  });

  it("of plain tables take paths, whole addresses and Vietnamese numbers", () => {
    const { legacy } = parseLegacy(
      "a.csv",
      "url\tviews\nhttps://cu.example.vn/2022/07/hoi-nghi/\t1.234\n/\t5",
      pages,
    );
    assert.deepEqual(
      [...legacy.pages],
      [
        ["/2022/07/hoi-nghi/", 1234],
        ["/", 5],
      ],
    );
  });

  it("of days are read with views and visits", () => {
    const { legacy } = parseLegacy("d.csv", "day,views,visits\n2021-01-31,30,12", null);
    assert.deepEqual([...legacy.days], [[dayNumber(2021, 1, 31), { views: 30, visits: 12 }]]);
  });

  it("are refused with file, line and column for each mistake", () => {
    assert.deepEqual(parseLegacy("a.csv", "path,views\n/,12a\n/,-1", pages).problems, [
      'a.csv:2 "views": "12a" is not a whole number',
      'a.csv:3 "views": "-1" is not a whole number',
    ]);
    assert.deepEqual(parseLegacy("b.csv", "alias,hits\nke-hoach,3", pages).problems, [
      'b.csv:2 "alias": "ke-hoach" is the slug of 2 pages: /2023/01/ke-hoach/ /2024/01/ke-hoach/',
    ]);
    assert.deepEqual(parseLegacy("c.csv", "day,views\n31/01/2021,1", null).problems, [
      'c.csv:2 "day": "31/01/2021" is not a day such as 2022-07-08',
    ]);
    assert.match(
      parseLegacy("d.csv", "foo,bar\n1,2", null).problems[0] ?? "",
      /^d\.csv:1 has the columns "foo,bar"; expected "path,views", /,
    );
  });

  const counts = [
    ["275", 275],
    [" 8.799.190 ", 8_799_190],
    ["8,5", null],
    ["1.5", null],
    ["", null],
    ["9".repeat(16), null],
  ] as const;
  for (const [text, value] of counts)
    it(`reads "${text}" as ${value ?? "no number"}`, () => assert.equal(parseCount(text), value));
});

describe("the reader's address", () => {
  const request = (remoteAddress: string, real?: string): IncomingMessage =>
    // Only these two parts of a request are looked at.
    ({
      socket: { remoteAddress },
      headers: real === undefined ? {} : { "x-real-ip": real },
    }) as unknown as IncomingMessage;
  const address = readerAddress(["127.0.0.1", "10.0.0.0/8", "fd00::/8"]);
  const cases = [
    ["a trusted proxy's word is believed", request("127.0.0.1", "203.0.113.9"), "203.0.113.9"],
    [
      "so is one in a trusted block, connected over IPv6",
      request("::ffff:10.1.2.3", "2001:db8::1"),
      "2001:db8::1",
    ],
    ["and an IPv6 block", request("fd00::7", "203.0.113.9"), "203.0.113.9"],
    ["a reader cannot forge the header", request("198.51.100.4", "203.0.113.9"), "198.51.100.4"],
    ["what is not an address is not taken", request("127.0.0.1", "203.0.113.9, 1.2.3.4"), "127.0.0.1"],
    ["without the header the connection counts", request("127.0.0.1"), "127.0.0.1"],
  ] as const;
  for (const [name, sent, expected] of cases) it(name, () => assert.equal(address(sent), expected));
  it("is not read with proxies that are no addresses", () => {
    assert.throws(() => readerAddress(["127.0.0.1", "nginx", "10.0.0.0/99", "10.0.0.0/"]), {
      message: "COUNTER_PROXIES: not an address or CIDR block: nginx, 10.0.0.0/99, 10.0.0.0/",
    });
  });
});
