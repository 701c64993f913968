var app = WebApplication.Create(args);
app.MapGet("/", () => "flex");
app.Run();
