using CleanIssuing.WebUi.Hosting;

try
{
    if (PeopleCommands.Recognizes(args))
        return await PeopleCommands.RunAsync(args);

    await using var portal = await Portal.StartAsync(args);
    await portal.WaitForShutdownAsync();
    return 0;
}
catch (StartupException stopped)
{
    await Console.Error.WriteLineAsync(stopped.Message);
    return 1;
}
