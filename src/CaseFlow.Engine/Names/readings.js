// Writes how each character is read: the character, then its readings with the number of the tone, the usual one first.
// A line that begins with = is a surname that is read otherwise than its characters are elsewhere.
import { writeFileSync } from "node:fs";
import { pinyin } from "pinyin-pro";

const plain = { toneType: "num", type: "array", v: true };
const syllable = /^[a-z]+[0-5]$/;
const neutral = (reading) => reading.replace(/0$/, "5");
const lines = [];

for (let code = 0x4e00; code <= 0x9fff; code++) {
  const character = String.fromCodePoint(code);
  const readings = [...new Set(pinyin(character, { ...plain, multiple: true }).map(neutral))].filter((r) => syllable.test(r));
  if (readings.length > 0) lines.push(`${character} ${readings.join(" ")}`);
  const surname = pinyin(character, { ...plain, mode: "surname" }).map(neutral);
  if (surname.length === 1 && syllable.test(surname[0]) && surname[0] !== readings[0]) lines.push(`=${character} ${surname[0]}`);
}

for (const name of "万俟 尉迟 单于 令狐 长孙 澹台 宰父 夏侯 诸葛 欧阳 司马 上官 皇甫 东方 公孙 慕容 司徒 端木 南宫 独孤 呼延 鲜于 闾丘 濮阳 淳于 太叔 申屠 轩辕 钟离 宇文 百里 东郭 西门 赫连 拓跋 第五 左丘 谷梁 段干".split(" ")) {
  const read = pinyin(name, { ...plain, mode: "surname" }).map(neutral);
  if (read.length === name.length && read.every((r) => syllable.test(r))) lines.push(`=${name} ${read.join(" ")}`);
}

writeFileSync(process.argv[2], lines.join("\n") + "\n");
