/** Where "now" comes from. Only the seed and the importer of past years pass anything but the system's. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
