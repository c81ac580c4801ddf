using CleanIssuing.WebUi.Hosting;

try
{
    if (CommandLine.Recognizes(args))
        return await new CommandLine(Terminal.OfProcess()).RunAsync(args);

    await using var portal = await Portal.StartAsync(args);
    await portal.WaitForShutdownAsync();
    return 0;
}
catch (StartupException stopped)
{
    await Console.Error.WriteLineAsync(stopped.Message);
    return 1;
}
