using FluentValidation;
using MediatR;

namespace CleanIssuing.Application.Common.Pipeline;

/// <summary>Checks the shape of a request before anything else looks at it.</summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        foreach (var validator in validators)
            await validator.ValidateAndThrowAsync(request, cancellationToken);
        // What is written down, also of a refusal, is never as long as somebody likes.
        if (request is IAuditedRequest { Audit.Subject: null or { Length: 0 or > AuditedAction.LongestSubject } })
            throw InvalidReason.Subject.For("");

        return await next(cancellationToken);
    }
}
