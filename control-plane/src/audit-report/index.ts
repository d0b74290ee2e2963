export { AuditReportModule } from "./audit-report.module.js";
