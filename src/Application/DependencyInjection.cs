using CleanIssuing.Application.Accounts;
using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.People;
using CleanIssuing.Application.SpendControls;
using CleanIssuing.Application.StripeSync.Operations;
using CleanIssuing.Application.StripeSync.Replicas;
using CleanIssuing.Domain.Cards;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;

namespace CleanIssuing.Application;

/// <summary>Registers the use cases and the pipeline that requests pass through.</summary>
public static class DependencyInjection
{
    /// <summary>Adds every handler and validator of this layer, and the behaviors in their order, outermost first.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddSingleton<RequestTracing>();
        services.AddSingleton<PlatformConfirmation>();
        services.AddScoped<AccountContext>();
        services.AddScoped<ManagedAccounts>();
        services.AddScoped<AuditScopeReader>();
        services.AddScoped<KnownAccounts>();
        services.AddScoped<CountedTries>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<FactorChange>();
        services.AddScoped<SessionOpening>();
        services.AddScoped<VisibleAccounts>();
        services.AddScoped<CardOperations>();
        services.AddScoped<CardIssuing>();
        services.AddScoped<IOperationSubjectReader, OperationSubjectReader>();
        services.AddScoped<ControlsPreviewer>();
        services.AddScoped<BulkEditStarter>();
        services.AddScoped<BulkCardChanger>();
        services.AddScoped<DeclineExplainer>();
        services.AddScoped<PurchaseQueries>();
        services.AddScoped<CardUses>();
        services.AddScoped<ICardRanking>(provider => provider.GetRequiredService<CardUses>());
        services.AddScoped<IStripeOperations, StripeOperationExecutor>();
        services.AddScoped<IOperationReconciler, CardOperationReconciler>();
        services.AddScoped<IControlsAtStripe<Card>, CardControlsAtStripe>();
        services.AddScoped<IControlsAtStripe<Cardholder>, CardholderControlsAtStripe>();
        services.AddScoped(typeof(ControlsChanger<>));
        services.AddScoped<IOperationReconciler, SpendControlsReconciler<Card>>();
        services.AddScoped<IOperationReconciler, SpendControlsReconciler<Cardholder>>();
        services.AddScoped<ICardReplicaUpdater, CardReplicaUpdater>();
        services.AddScoped<ReplicaRefresher>();
        services.AddValidatorsFromAssembly(typeof(DependencyInjection).Assembly, ServiceLifetime.Singleton, includeInternalTypes: true);
        return services.AddMediatR(mediatr => mediatr
            .RegisterServicesFromAssembly(typeof(DependencyInjection).Assembly)
            .AddOpenBehavior(typeof(TracingBehavior<,>))
            .AddOpenBehavior(typeof(ValidationBehavior<,>))
            .AddOpenBehavior(typeof(AuthorizationBehavior<,>))
            .AddOpenBehavior(typeof(AuditBehavior<,>)));
    }
}
