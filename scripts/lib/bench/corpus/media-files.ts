/**
 * A one-page PDF 1.4 with one line of ASCII text.
 * @example simplePdf("Bao cao") // Buffer of about 500 bytes
 */
export function simplePdf(line: string): Buffer {
  const content = `BT /F1 16 Tf 72 760 Td (${line.replace(/[^ -~]|[()\\]/g, "")}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}

/** About one second of silence: 38 frames of MPEG-1 Layer III at 128 kbit/s, 44.1 kHz. */
export function silentMp3(): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x64]);
  return Buffer.concat(Array.from({ length: 38 }, () => frame));
}

/** An MP4 file of one second without tracks: `ftyp`, `moov` with its `mvhd`, an empty `mdat`. */
export function emptyMp4(): Buffer {
  const header = Buffer.alloc(100);
  header.writeUInt32BE(1000, 12); // time scale: units a second
  header.writeUInt32BE(1000, 16); // duration
  header.writeUInt32BE(0x0001_0000, 20); // rate 1.0
  header.writeUInt16BE(0x0100, 24); // volume 1.0
  header.writeUInt32BE(0x0001_0000, 36); // unity matrix
  header.writeUInt32BE(0x0001_0000, 52);
  header.writeUInt32BE(0x4000_0000, 68);
  header.writeUInt32BE(1, 96); // next track
  const brands = Buffer.from("isom\0\0\0\0isomiso2mp41", "latin1");
  return Buffer.concat([box("ftyp", brands), box("moov", box("mvhd", header)), box("mdat", Buffer.alloc(0))]);
}

function box(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8, 0);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, content]);
}
