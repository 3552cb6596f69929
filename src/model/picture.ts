/** Pixels of a picture for each px of what it shows. */
export const PICTURE_SCALES = [1, 2, 3] as const;
export type PictureScale = (typeof PICTURE_SCALES)[number];
