/** Small signs, so that nothing is told by colour alone. Drawn on a 16 by 16 field; the words beside them speak. */
const paths = {
  check: 'M3 8.5 6.5 12 13 4.5',
  hand: 'M5 8V3.8a1 1 0 0 1 2 0V7m0-.5V2.9a1 1 0 0 1 2 0V7m0-.5V3.6a1 1 0 0 1 2 0V9c0 3-1.5 5-4 5-2 0-3-1-4.2-3.4L2 8.6a1 1 0 0 1 1.7-1L5 9.4',
  scale: 'M8 2v12M5 14h6M3 4.5h10M3 4.5 1.3 9h3.4zM13 4.5 11.3 9h3.4z',
  cross: 'M3.5 3.5l9 9m0-9-9 9',
  dash: 'M3 8h10',
  half: 'M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12',
  dots: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  back: 'M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H6',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v3.2l2.2 1.6',
  book: 'M2.5 3H6a2 2 0 0 1 2 2v9a1.6 1.6 0 0 0-1.6-1.4H2.5zM13.5 3H10a2 2 0 0 0-2 2v9a1.6 1.6 0 0 1 1.6-1.4h3.9z',
  about: 'M2 9.5c1.8-3 4-3 6-1.5s4.2 1.5 6-1.5',
  guess: 'M5.5 5.8a2.5 2.5 0 1 1 3.7 2.2c-.8.5-1.2 1-1.2 1.9M8 13h.01',
  gears: 'M2.5 13V9M6.2 13V5M9.8 13V7.5M13.5 13V3',
  left: 'M13 8H3m4-4L3 8l4 4',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  both: 'M5.5 6 8 3.5 10.5 6M5.5 10 8 12.5 10.5 10',
} as const;

export type MarkName = keyof typeof paths;

export function Mark({ name }: { readonly name: MarkName }) {
  return (
    <svg className="mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
