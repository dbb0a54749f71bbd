import { thumbnailAddress } from '../thumbnail-address';

type Props = {
  photo: { id: number; width: number; height: number; hasFile: boolean };
  alt: string;
};

const [WIDEST, HIGHEST] = [320, 200];

/** A small copy for staff: whole, or a frame of its proportions while the file is owed. */
export function Thumbnail({ photo: { id, width, height, hasFile }, alt }: Props) {
  const scale = Math.min(WIDEST / width, HIGHEST / height);
  const size = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  if (hasFile)
    return (
      // biome-ignore lint/performance/noImgElement: it is small already, and nobody else may ask for it
      <img
        {...size}
        src={thumbnailAddress(id)}
        alt={alt}
        className="photo-whole block h-auto max-w-full"
        loading="lazy"
        decoding="async"
      />
    );
  return (
    <span className="inline-grid max-w-full border border-hairline bg-sunk">
      <svg
        {...size}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
        className="col-start-1 row-start-1 block h-auto max-w-full"
      />
      <span className="meta col-start-1 row-start-1 m-auto p-2 text-center">The file is not here yet</span>
    </span>
  );
}
