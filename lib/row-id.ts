import { z } from 'zod';

/** The number of a row: what no column could hold is no number of one. */
export const RowId = z.int().positive().max(2_147_483_647);
