export { catchmentPairs, networkIssues, offNetwork, pointsOf, walkingBy, type Walking } from './catchment.ts';
export { known, LARGEST, type DemandParams, type UnitDemand } from './demand.ts';
export { openBooks, SERVICES, type ServiceBooks, type ServiceId, type ServiceInputs } from './service.ts';
export { shelterPlaces, type Supply } from './supply.ts';
