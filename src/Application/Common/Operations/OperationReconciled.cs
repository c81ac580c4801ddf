using MediatR;

namespace CleanIssuing.Application.Common.Operations;

/// <summary>It is known now what became of an operation whose answer was lost.</summary>
public sealed record OperationReconciled(PendingOperation Operation, bool Applied) : INotification;
