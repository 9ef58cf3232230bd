// Real films, made by FFmpeg, that tell where they were taken.

import { execFileSync } from "node:child_process";
import fs from "node:fs";

/** Where they were taken, as a telephone writes it. */
const PLACE = "+48.8577+002.2950/";

/** Makes a film of some seconds, in which a number counts the pictures, and gives back its path. */
export function film(file, { seconds = 6, rate = 25, kind = [] } = {}) {
  execFileSync("ffmpeg", [
    "-loglevel", "error", "-y", "-f", "lavfi", "-i", `testsrc2=size=320x240:rate=${rate}:duration=${seconds}`,
    "-f", "lavfi", "-i", `sine=frequency=330:duration=${seconds}`, "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p",
    "-g", "25", "-c:a", "aac", "-b:a", "32k", "-metadata", `location=${PLACE}`, "-metadata", "title=Marche", ...kind, file,
  ]);
  return file;
}

/** Makes it as long as a real one: space that no player reads, at its end. */
export function longFilm(file, megabytes, more) {
  film(file, more);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(megabytes * 1024 * 1024, 0);
  head.write("free", 4, "latin1");
  fs.appendFileSync(file, head);
  fs.truncateSync(file, fs.statSync(file).size + megabytes * 1024 * 1024 - 8);
  return file;
}

/** What FFmpeg reads in it: its notes, and how many pictures it has. */
export function notes(file) {
  const told = execFileSync("ffprobe", [
    "-loglevel", "error", "-count_frames", "-select_streams", "v:0", "-show_entries", "stream=nb_read_frames", "-show_format", "-of", "json", file,
  ]);
  const { format, streams } = JSON.parse(told);
  return { tags: format.tags ?? {}, pictures: Number(streams[0].nb_read_frames) };
}
