using CleanIssuing.Benchmarks;

return args switch
{
    ["ephemeral-keys", .. var options] => await EphemeralKeys.RunAsync(instant: options.Contains("--instant", StringComparer.Ordinal)),
    ["cold-start", ..] => await ColdStart.RunAsync(),
    ["sign-ins", ..] => await SignIns.RunAsync(),
    ["card-searches", .. var options] => await CardSearches.RunAsync(options.FirstOrDefault()),
    ["overviews", .. var options] => await Overviews.RunAsync(options.FirstOrDefault()),
    ["sandbox-lists", ..] => await SandboxLists.RunAsync(),
    ["webhooks", ..] => await WebhookIntake.RunAsync(),
    [WebhookIntake.SignatureOnlyServer, .. var options] => await WebhookIntake.ServeSignatureOnlyAsync(options),
    ["backtest", ..] => Backtest.RunAll(),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine(
        "dotnet run -c Release --project benchmarks -- ephemeral-keys [--instant] | cold-start | sign-ins | "
        + "card-searches [POSTGRESQL CONNECTION] | overviews [POSTGRESQL CONNECTION] | sandbox-lists | webhooks | backtest");
    return 2;
}
