using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace CleanIssuing.IntegrationTests.Fuzzing;

/// <summary>A handler of a page, or an endpoint.</summary>
/// <param name="Handler">The name in <c>?handler=</c>.</param>
/// <param name="Fields">What it reads from a form or an address.</param>
public sealed record FuzzTarget(string Route, string Method, string? Handler, IReadOnlyList<string> Fields, bool IsPage)
{
    /// <summary>The framework's own answer to a file that is not there, in Development alone.</summary>
    private const string NoSuchFile = "/{**path:file}";

    public string Name => $"{Method} {Route}{(Handler is null ? "" : "?handler=" + Handler)}";

    /// <summary>Every one that the portal answers at, so that a new page is fuzzed on the day it is added.</summary>
    public static async Task<IReadOnlyList<FuzzTarget>> FindAsync(WebApplication app)
    {
        var targets = new List<FuzzTarget>();
        var pages = app.Services.GetRequiredService<PageLoader>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || route == NoSuchFile)
                continue;
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await pages.LoadAsync(page, EndpointMetadataCollection.Empty);
                var bound = Bound(compiled.ModelTypeInfo!);
                targets.AddRange(compiled.HandlerMethods.Select(handler => new FuzzTarget(
                    route, handler.HttpMethod.ToUpperInvariant(), handler.Name,
                    [.. bound, .. handler.Parameters.Where(p => p.BindingInfo?.BindingSource?.Id is "Query" or "Form").SelectMany(Names)],
                    true)));
            }
            else
            {
                // HEAD is a GET whose answer is not sent.
                targets.AddRange((endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                    .Where(method => method != "HEAD")
                    .Select(method => new FuzzTarget(route, method, null, ["account", "card_id", "nonce", "text", "status", "to"], false)));
            }
        }

        return [.. targets.DistinctBy(t => t.Name)];
    }

    private static IEnumerable<string> Bound(Type model) => model.GetProperties()
        .Where(p => p.GetCustomAttribute<BindPropertyAttribute>() is not null).SelectMany(p => Names(p.Name, p.PropertyType));

    private static IEnumerable<string> Names(HandlerParameterDescriptor parameter) => Names(parameter.Name, parameter.ParameterType);

    /// <summary>A record stands for the fields in it, which are bound without its name or with it.</summary>
    private static IEnumerable<string> Names(string name, Type type) =>
        type.Namespace?.StartsWith("CleanIssuing.WebUi", StringComparison.Ordinal) == true && !type.IsEnum
            ? type.GetProperties().SelectMany(p => new[] { p.Name, name + "." + p.Name })
            : [name];
}
