export * from './editing';
export * from './people';
export * from './photos';
export * from './resources';
export * from './site';
export * from './staff';
export * from './topics';
export * from './webinars';
