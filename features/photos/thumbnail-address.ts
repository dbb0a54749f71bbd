/** A small copy of a photo for staff, whether or not visitors can see it. */
export const thumbnailAddress = (id: number) => `/api/photos/${id}/thumbnail`;
