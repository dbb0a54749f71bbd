/** A valid input that is refused all the same: the sentence belongs beside the field. */
export class Rejected extends Error {
  constructor(
    readonly field: string,
    readonly sentence: string,
  ) {
    super(sentence);
    this.name = 'Rejected';
  }
}
