import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { PNG } from 'pngjs';

interface Pixel {
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly alpha: number;
}

function draw(name: string) {
  const png = PNG.sync.read(readFileSync(new URL(`../../manifest/icons/${name}.png`, import.meta.url)));
  const pixels: Pixel[] = [];
  for (let at = 0; at < png.data.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = png.data.subarray(at, at + 4);
    const index = at / 4;
    pixels.push({
      x: index % png.width,
      y: Math.floor(index / png.width),
      colour: `${red},${green},${blue}`,
      alpha,
    });
  }
  return { width: png.width, height: png.height, pixels };
}

describe('the colour icon', () => {
  const icon = draw('color');

  test('is 192 by 192 pixels and opaque to its corners', () => {
    expect([icon.width, icon.height]).toEqual([192, 192]);
    expect(icon.pixels.every(({ alpha }) => alpha === 255)).toBe(true);
  });

  test('keeps its symbol in the middle 120 by 120 pixels, which no client cuts off', () => {
    const ground = icon.pixels[0]?.colour;
    const symbol = icon.pixels.filter(({ colour }) => colour !== ground);
    expect(symbol.length).toBeGreaterThan(2_000);
    expect(symbol.filter(({ x, y }) => Math.min(x, y) < 36 || Math.max(x, y) >= 156)).toEqual([]);
  });
});

describe('the outline icon', () => {
  const icon = draw('outline');
  const seen = icon.pixels.filter(({ alpha }) => alpha > 0);

  test('is 32 by 32 pixels', () => {
    expect([icon.width, icon.height]).toEqual([32, 32]);
  });

  test('is white and nothing else', () => {
    expect([...new Set(seen.map(({ colour }) => colour))]).toEqual(['255,255,255']);
  });

  test('stands on a transparent ground', () => {
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.length).toBeLessThan((32 * 32) / 2);
  });
});
