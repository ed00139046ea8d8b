import sharp from "sharp";

/*
 * The one door to sharp. Throughput comes from several pictures at once with one thread each, which keeps all cores
 * busy; libvips' own cache only holds memory here, as no picture is read twice.
 */
sharp.concurrency(1);
sharp.cache(false);

export { sharp };
