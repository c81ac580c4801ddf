using CleanIssuing.Application.Accounts;
using CleanIssuing.WebUi.Endpoints;
using CleanIssuing.WebUi.Text;
using Microsoft.Extensions.Options;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>Writes for the operator what is there and what is missing, with how to get it.</summary>
internal static class SetupReport
{
    public static async Task<bool> WriteAsync(
        IServiceProvider services, PortalMode mode, TextWriter output, CancellationToken cancellationToken)
    {
        var words = services.GetRequiredService<Words>();
        var origin = services.GetRequiredService<IOptions<PortalOptions>>().Value.PublicOrigin;
        var address = origin is null ? null : new Uri(origin, StripeSyncEndpoints.WebhookPath);
        var checks = await services.SendAsSystemAsync(new CheckSetup(mode, address), cancellationToken);
        foreach (var check in checks)
        {
            var code = $"setup.{check.Point.ToCode()}";
            object[] arguments = [.. check.Arguments.Select(a => words.Find("permission." + a) ?? words.Find("refused." + a) ?? a)];
            var what = check.State switch
            {
                SetupState.Good => words[code, arguments],
                SetupState.Unknown => words["setup.unknown", words[code, arguments]],
                _ => words[code + ".missing", arguments],
            };
            await output.WriteLineAsync($"{words["setup_state." + check.State.ToCode()]}  {what}");
        }

        var missing = checks.Count(c => c.State is SetupState.Missing or SetupState.Unknown);
        var warnings = checks.Count(c => c.State == SetupState.Warning);
        await output.WriteLineAsync();
        await output.WriteLineAsync(missing + warnings == 0 ? words["setup.all_good"] : words["setup.summary", missing, warnings]);
        return missing == 0;
    }
}
