/** What scripts/ use of a package that comes without types. */
declare module 'subset-font' {
  type Options = {
    targetFormat?: 'woff2';
    /** A weight alone, or a range of them. */
    variationAxes?: { wght: number | { min: number; max: number } };
    /** Then no text may be given. */
    keepAllGlyphs?: boolean;
  };
  export default function subsetFont(
    font: Buffer,
    text: string | undefined,
    options: Options,
  ): Promise<Buffer>;
}
