export { SERVICES, type Service, type ServiceId } from './service.ts';
export { prepareService, reachOf, type PreparedService, type ServiceInputs, type ServiceReach } from './prepare.ts';
export type { SupplyPlace } from './places.ts';
export { numberSetting, type Amount, type Settings } from './settings.ts';
