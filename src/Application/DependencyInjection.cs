using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Application.SpendControls;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;

namespace CleanIssuing.Application;

/// <summary>Registers the use cases and what they pass through.</summary>
public static class DependencyInjection
{
    /// <summary>Adds every handler and validator of this layer, and the behaviors in their order, outermost first.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddSingleton<RequestTracing>();
        services.AddSingleton<PlatformConfirmation>();
        services.AddScoped<AuthorizedAccount>();
        services.AddScoped<StripeWriter>();
        services.AddScoped<CardWrites>();
        services.AddScoped<IssuedCards>();
        services.AddSingleton<ILostWriteJudge, StatusWriteJudge>();
        services.AddSingleton<ControlsWriteJudge>();
        services.AddSingleton<ILostWriteJudge>(provider => provider.GetRequiredService<ControlsWriteJudge>());
        services.AddScoped<CardStates>();
        services.AddScoped<DeclineExplanations>();
        services.AddScoped<ManagedAccounts>();
        services.AddScoped<KnownAccounts>();
        services.AddValidatorsFromAssembly(typeof(DependencyInjection).Assembly, ServiceLifetime.Singleton, includeInternalTypes: true);
        return services.AddMediatR(mediatr => mediatr
            .RegisterServicesFromAssembly(typeof(DependencyInjection).Assembly)
            .AddOpenBehavior(typeof(TracingBehavior<,>))
            .AddOpenBehavior(typeof(ValidationBehavior<,>))
            .AddOpenBehavior(typeof(AuthorizationBehavior<,>))
            .AddOpenBehavior(typeof(AuditBehavior<,>)));
    }
}
