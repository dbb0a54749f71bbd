/** `must` stands in the way of publishing; `field` is the id of the control that mends it. */
export type Check = { level: 'must' | 'should' | 'could'; field: string; sentence: string };
