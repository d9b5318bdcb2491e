/** Who sits at the table (DOMAIN 5.3), in the order in which they are listed: `department.<code>` in the words. */
export const DEPARTMENTS = [
  'civil-defence', 'planning', 'natural-resources', 'housing', 'traffic-police', 'parking', 'parks', 'water', 'power', 'metro', 'heritage', 'ecology', 'emergency', 'military', 'finance', 'street',
] as const;
export type Department = (typeof DEPARTMENTS)[number];
