global using CleanIssuing.Application.Common;
global using CleanIssuing.Application.Common.Access;
global using CleanIssuing.Application.Common.Errors;
global using CleanIssuing.Application.Common.Validation;
global using CleanIssuing.Domain.SharedKernel;
