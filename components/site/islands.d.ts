import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type Island<Attributes = object> = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & Attributes;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'theme-switch': Island;
      'local-time': Island<{ datetime: string; 'data-zone': string }>;
      'video-facade': Island<{ 'data-provider': string; 'data-id': string; 'data-title': string }>;
    }
  }
}
