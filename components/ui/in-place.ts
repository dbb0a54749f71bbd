import { Children, type ReactNode } from 'react';

/** Shows each part of something whose parts never move, such as a text: their places are their keys. */
export const inPlace = <Part>(parts: Part[], show: (part: Part) => ReactNode): ReactNode =>
  Children.toArray(parts.map(show));
