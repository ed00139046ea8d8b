import assert from "node:assert/strict";
import { test } from "node:test";
import { sniffBytes, sniffFile } from "#site/pictures/sniff.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";
import { drawing, write } from "./support.ts";

const folder = temporaryFolder();
const small = drawing(20, 20);

const FILES: readonly (readonly [content: Uint8Array | string, type: string, mediaType: string])[] = [
  [await small.clone().jpeg().toBuffer(), "jpg", "image/jpeg"],
  [await small.clone().png().toBuffer(), "png", "image/png"],
  [await small.clone().gif().toBuffer(), "gif", "image/gif"],
  ["%PDF-1.7\n", "pdf", "application/pdf"],
  ["<svg xmlns='http://www.w3.org/2000/svg'/>", "svg", "image/svg+xml"],
  ['\uFEFF<?xml version="1.0"?>\n<!-- x -->\n<svg/>', "svg", "image/svg+xml"],
  ["\n<!DOCTYPE HTML><title>x</title>", "html", "text/html"],
  ["<script>alert(1)</script>", "html", "text/html"],
  ["WEBVTT\n", "vtt", "text/vtt"],
  ["#!/bin/sh\n", "script", "application/octet-stream"],
  ["Xin chào, Đắk Nông", "text", "text/plain"],
  [Buffer.from([1, 2, 3]), "unknown", "application/octet-stream"],
];

for (const [index, [content, type, mediaType]] of FILES.entries()) {
  const shown =
    typeof content === "string" ? JSON.stringify(content.slice(0, 40)) : `${content.length} bytes`;
  test(`${shown} is ${type}, from memory and from disk, whatever its name`, async () => {
    const bytes = Buffer.from(content);
    assert.deepEqual(await sniffBytes(bytes), { type, mediaType });
    assert.deepEqual(await sniffFile(write(folder, `${index}.jpg`, bytes), bytes), { type, mediaType });
  });
}
